using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>A page whose truth is known: how its result comes about, and what makes it slow.</summary>
public sealed record MatrixCase
{
    /// <summary>Unique: what is done, then what is slow.</summary>
    public required string Name { get; init; }

    /// <summary>Where its first page is; <c>null</c> where the site makes one of <see cref="Body"/>.</summary>
    public string? Address { get; init; }

    /// <summary>The body of its first page.</summary>
    public required string Body { get; init; }

    /// <summary>Bodies of its further pages and frames, by name.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>What it is made with; <c>null</c> where it is made by hand.</summary>
    public string? Framework { get; init; }

    /// <summary>Whether it takes npm to make it.</summary>
    public bool FromNpm => Framework is not null && Address is null;

    /// <summary>What is done on the page; the last of it is measured.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [Do.Click()];

    /// <summary>Whether <c>other</c> in the page is another origin.</summary>
    public bool Other { get; init; }

    /// <summary>What the browser pretends to be.</summary>
    public Device Device { get; init; } = Device.Desktop;

    /// <summary>Whether the page changes something at all: where not, there is no response to measure.</summary>
    public bool Responds { get; init; } = true;

    /// <summary>The interactions of the last step.</summary>
    public int Interactions { get; init; } = 1;

    /// <summary>Who is to blame for the response; <c>null</c> for nobody: it is instant.</summary>
    public Blamed? Response { get; init; }

    /// <summary>Who is to blame for INP; <c>null</c> for nobody.</summary>
    public Blamed? Inp { get; init; }

    /// <summary>Whether it takes Linux: other kernels do not keep a browser waiting at the <see cref="Site.SlowDoor"/>.</summary>
    public bool OnLinuxOnly { get; init; }

    public string Part(string name) => name == "page" ? Body : Parts[name];

    public override string ToString() => Name;
}

/// <summary>The true culprit.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Component">Its component; <c>null</c> where its kind has none.</param>
public sealed record Blamed(CulpritKind Kind, string? Component = null)
{
    public static Blamed Backend(string component) => new(CulpritKind.Backend, component);

    public static Blamed Network(string component) => new(CulpritKind.Network, component);

    public static Blamed MainThread { get; } = new(CulpritKind.MainThread);

    public static Blamed Rendering { get; } = new(CulpritKind.Rendering);

    public static Blamed Queue { get; } = new(CulpritKind.Queue);

    public static Blamed Idle { get; } = new(CulpritKind.Idle);

    /// <summary>Nothing that the browser or the server say could tell.</summary>
    public static Blamed Unknown { get; } = new(CulpritKind.Unknown);

    public override string ToString() => Component is null ? $"{Kind}" : $"{Kind}/{Component}";
}

/// <summary>Steps in few words.</summary>
internal static class Do
{
    public static Expectation Done { get; } = new() { Text = "done" };

    public static Step Click(string selector = "#go", Expectation? expect = null) => Of(StepAction.Click, selector) with { Expect = expect ?? Done };

    public static Step Type(string selector, string text) => Of(StepAction.Type, selector, text) with { Expect = Done };

    public static Step Of(StepAction action, string? selector, params string[] values) => new()
    {
        Index = 0,
        Name = $"{action} {selector}",
        Action = action,
        Target = selector is null ? null : new Locator(LocatorKind.Selector, selector),
        Values = values,
    };
}
