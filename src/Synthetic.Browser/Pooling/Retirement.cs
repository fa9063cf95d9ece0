namespace Synthetic.Browser.Pooling;

/// <summary>Why a browser serves nobody new.</summary>
internal sealed record Retirement(BrowserRestartReason Reason, string Detail);
