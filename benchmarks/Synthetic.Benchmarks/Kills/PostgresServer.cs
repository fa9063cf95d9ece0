using System.Diagnostics;

namespace Synthetic.Benchmarks.Kills;

/// <summary>A PostgreSQL server of one's own, from the distribution's package, in a temporary folder and on a free port of this machine.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Names a server that is there already; no other is started then. Databases are made in it.</summary>
    public const string Given = "SYNTHETIC_TEST_POSTGRES";

    private const string User = "postgres";

    // Debian's packages and Homebrew's have a folder for each version in one of these.
    private static readonly string[] Folders = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt"];

    private readonly string? _folder;
    private readonly string _connection;

    private PostgresServer(string? folder, string connection) => (_folder, _connection) = (folder, connection);

    /// <summary>Why there is no server to be had; <c>null</c> where there is one.</summary>
    public static string? Missing => Environment.GetEnvironmentVariable(Given) is null && Programs() is null
        ? $"there is no PostgreSQL: install the package postgresql, or name a server in {Given}"
        : null;

    /// <summary>Whether it is one's own to stop.</summary>
    public bool CanHalt => _folder is not null;

    /// <summary>Starts it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given)
            return new PostgresServer(null, given);
        var folder = Directory.CreateTempSubdirectory("synthetic-postgres").FullName;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", User, folder);
        await RunAsServerAsync("initdb", "--pgdata", folder, "--auth", "trust", "--username", User, "--encoding", "UTF8", "--no-sync");
        var server = new PostgresServer(folder, $"Host=127.0.0.1;Port={FreePort.Next()};Username={User}");
        await server.ResumeAsync();
        return server;
    }

    /// <summary>The address of a database of one's own, as <c>--store</c> takes it.</summary>
    /// <param name="name">The database's name; it must not be there yet.</param>
    public async Task<string> NewDatabaseAsync(string name)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_connection);
        await using var command = source.CreateCommand($"CREATE DATABASE \"{name}\"");
        await command.ExecuteNonQueryAsync();
        return $"postgres:{_connection};Database={name}";
    }

    /// <summary>The size of a database, in bytes.</summary>
    /// <param name="name">Its name.</param>
    public async Task<long> SizeAsync(string name)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_connection);
        await using var command = source.CreateCommand("SELECT pg_database_size($1)");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<string> { TypedValue = name });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Stops the server at once, as a machine does that goes down; what was committed stays.</summary>
    public Task HaltAsync() => RunAsServerAsync("pg_ctl", "stop", "--pgdata", _folder!, "--mode", "immediate");

    /// <summary>Starts it again.</summary>
    public Task ResumeAsync()
    {
        var port = new Npgsql.NpgsqlConnectionStringBuilder(_connection).Port;
        return RunAsServerAsync(
            "pg_ctl", "start", "--pgdata", _folder!, "--wait", "--log", Path.Combine(_folder!, "log"),
            "--options", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
            return;
        await HaltAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The folder of the newest version that is installed.</summary>
    private static string? Programs() => Folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateDirectories(folder))
        .Select(folder => Path.Combine(folder, "bin"))
        .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
        .Order(StringComparer.Ordinal)
        .LastOrDefault();

    // PostgreSQL does not run as root.
    private static Task RunAsServerAsync(string program, params string[] args)
    {
        var path = Path.Combine(Programs()!, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", User, "--", path, .. args]) : RunAsync(path, args);
    }

    private static async Task RunAsync(string program, params string[] args)
    {
        // What the server inherits stays open as long as it runs: its output must go nowhere that is waited for.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var arg in (string[])["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. args])
            start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended with {process.ExitCode}");
    }
}
