using Synthetic.Worker.Cli;

return await CommandLine.RunAsync(args, CommandContext.OfThisProcess());
