using Npgsql;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Where results are kept: <c>sqlite:PATH</c>, or <c>postgres:</c> and a connection string or address.</summary>
public sealed record StoreAddress
{
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    /// <summary>How long opening a connection, or a command, may take where the connection string does not say, in seconds.</summary>
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    private readonly string? _path;
    private readonly NpgsqlConnectionStringBuilder? _postgres;

    private StoreAddress(string? path, NpgsqlConnectionStringBuilder? postgres) => (_path, _postgres) = (path, postgres);

    /// <summary>The SQLite file; <c>null</c> for PostgreSQL.</summary>
    public string? Path => _path;

    /// <summary>The password in it; <c>null</c> where there is none.</summary>
    public string? Password => _postgres?.Password is { Length: > 0 } password ? password : null;

    /// <summary>The address of a SQLite file.</summary>
    public static StoreAddress OfFile(string path) => new(path, null);

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What is wrong with it, as the end of a sentence that began with where the text is from; <c>null</c> where nothing is.</param>
    /// <returns>The address; <c>null</c> where the text is none. The error never quotes it: it may have a password.</returns>
    public static StoreAddress? Parse(string text, out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        error = null;
        if (text.StartsWith(Sqlite, StringComparison.Ordinal) && text.Length > Sqlite.Length)
            return OfFile(text[Sqlite.Length..]);
        if (text.StartsWith(Postgres, StringComparison.Ordinal))
            return OfPostgres(text[Postgres.Length..], out error);
        error = "must be sqlite:PATH, postgres:CONNECTION-STRING, postgres://USER:PASSWORD@HOST/DATABASE, or none";
        return null;
    }

    /// <summary>The address without its password.</summary>
    public override string ToString() => _postgres is null
        ? $"{Sqlite}{_path}"
        : $"{Postgres}Host={_postgres.Host};Port={_postgres.Port};Database={_postgres.Database};Username={_postgres.Username}";

    internal Database Open() => _postgres is null ? new SqliteDatabase(_path!) : new PostgresDatabase(_postgres);

    private static StoreAddress? OfPostgres(string text, out string? error)
    {
        error = null;
        try
        {
            var settings = text.StartsWith("//", StringComparison.Ordinal) ? OfUri(new Uri(Postgres + text)) : new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(settings.Host))
                error = "names no Host: postgres:Host=db.example;Database=synthetic;Username=synthetic;Password=…";
            if (!settings.ContainsKey("Timeout"))
                settings.Timeout = ConnectSeconds;
            if (!settings.ContainsKey("Command Timeout"))
                settings.CommandTimeout = CommandSeconds;
            return error is null ? new StoreAddress(null, settings) : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            error = "is no PostgreSQL connection string: postgres:Host=db.example;Database=synthetic;Username=synthetic;Password=…";
            return null;
        }
    }

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length > 1)
            settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
            settings[pair[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        return settings;
    }
}
