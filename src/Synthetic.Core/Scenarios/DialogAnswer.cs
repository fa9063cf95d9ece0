namespace Synthetic.Core.Scenarios;

/// <summary>How a dialog (<c>alert</c>, <c>confirm</c>, <c>prompt</c>) is answered.</summary>
/// <param name="Accept">Whether it is accepted; otherwise it is dismissed.</param>
/// <param name="Text">What is entered into a prompt; <c>null</c> for what it suggests.</param>
public sealed record DialogAnswer(bool Accept, string? Text = null);
