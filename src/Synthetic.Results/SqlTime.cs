namespace Synthetic.Results;

/// <summary>Instants as the tables have them: milliseconds since 1970, UTC.</summary>
internal static class SqlTime
{
    public static long Of(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
