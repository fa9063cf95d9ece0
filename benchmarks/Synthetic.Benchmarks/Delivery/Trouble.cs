namespace Synthetic.Benchmarks.Delivery;

/// <summary>What becomes of a request to a receiver in trouble.</summary>
public enum Trouble
{
    /// <summary>It is taken, and answered.</summary>
    None,

    /// <summary>It is refused: 500.</summary>
    Error,

    /// <summary>Its connection is reset.</summary>
    Reset,

    /// <summary>It is refused for a while: 429, with <c>Retry-After</c>.</summary>
    Busy,

    /// <summary>It is taken, and its connection reset: the sender can't know.</summary>
    LostAnswer,

    /// <summary>It is never answered.</summary>
    Hang,
}
