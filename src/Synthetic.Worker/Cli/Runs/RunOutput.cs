using Synthetic.Core.Records;
using Synthetic.Worker.Cli.Records;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Where the records of a run go: the terminal or standard output, files, a summary.</summary>
internal sealed class RunOutput
{
    private readonly RunRequest _request;
    private readonly CommandContext _context;
    private readonly Printer _people;
    private readonly List<RunRecord> _records = [];

    private RunOutput(RunRequest request, CommandContext context)
    {
        _request = request;
        _context = context;
        _people = request.Json ? context.ErrorPrinter : context.OutPrinter;
    }

    /// <summary>Makes sure that there is room for the files, before minutes are spent on filling them.</summary>
    public static RunOutput Open(RunRequest request, CommandContext context)
    {
        if (request.Out is { } folder)
            Directory.CreateDirectory(folder);
        if (request.JUnit is { } junit && Path.GetDirectoryName(Path.GetFullPath(junit)) is { } parent)
        {
            Directory.CreateDirectory(parent);
            OutputTargets.EnsureWritable(junit);
        }

        return new(request, context);
    }

    public void Take(RunRecord record)
    {
        if (_request.Out is { } folder)
            RecordFile.Write(folder, record);
        if (_request.Json)
            _context.Out.WriteLine(RunJson.Write(record));
        // Of many runs the table at the end tells more than as many pictures.
        else if (_request.Repeat == 1)
            _people.Write([.. RunView.Of(record, _people.Screen), Line.Empty]);
        else
            _people.Write([RunView.Head(record, _people.Screen)]);
        // Megabytes a run, and nothing at the end looks at it.
        _records.Add(record with { Evidence = null });
    }

    /// <returns>The exit code.</returns>
    public int Finish()
    {
        if (_request.JUnit is { } junit)
            File.WriteAllText(junit, JUnitReport.Of(_records));
        if (_request.Repeat > 1)
            _people.Write([Line.Empty, .. RepeatTable.Of(_records, _people.Screen)]);
        else if (_records.Count > 1)
            _people.Write([RepeatTable.Tally(_records)]);
        if (Unjudged() is { } warning)
            _context.Say(warning);
        return ExitCode.Of(_records);
    }

    /// <summary>Which runs could not be judged, in a sentence: the exit code does not know of them.</summary>
    private string? Unjudged()
    {
        List<RunRecord> unjudged = [.. _records.Where(record => record.Status == RunStatus.Inconclusive)];
        return unjudged.Count == 0
            ? null
            : $"warning: {unjudged.Count} of {_records.Count} {(_records.Count == 1 ? "run" : "runs")} inconclusive: "
                + $"budgets broken on a noisy host are not judged ({NoisyHost.Why(unjudged[0])})";
    }
}
