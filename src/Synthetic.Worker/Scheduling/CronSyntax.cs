using Quartz;

namespace Synthetic.Worker.Scheduling;

/// <summary>Cron expressions as the schedule reads them.</summary>
internal static class CronSyntax
{
    /// <summary>What is wrong with an expression.</summary>
    /// <returns>A sentence for people; <c>null</c> where nothing is wrong.</returns>
    public static string? Error(string expression)
    {
        try
        {
            CronExpression.ParseWithHash(expression, "any name will do");
            return null;
        }
        catch (FormatException error)
        {
            // The rest of the advice is about calling Quartz.
            var end = error.Message.IndexOf(" Or read it as written", StringComparison.Ordinal);
            return end < 0 ? error.Message : error.Message[..end];
        }
    }
}
