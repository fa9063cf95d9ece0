using Microsoft.Extensions.Options;

namespace Synthetic.ServerTiming;

/// <summary>Finds every mistake in the options at once, before the first request.</summary>
internal sealed class ServerTimingOptionsValidator : IValidateOptions<ServerTimingOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerTimingOptions options)
    {
        var errors = new List<string>();
        if (options.MaxHeaderBytes is < ServerTimingOptions.LeastHeaderBytes or > ServerTimingOptions.MostHeaderBytes)
            errors.Add($"MaxHeaderBytes must be {ServerTimingOptions.LeastHeaderBytes} to {ServerTimingOptions.MostHeaderBytes}, was {options.MaxHeaderBytes}");

        foreach (var (index, origin) in options.TimingAllowOrigin.Index())
        {
            if (origin != "*" && !IsOrigin(origin))
                errors.Add($"TimingAllowOrigin[{index}] must be * or an origin such as https://shop.example, was '{origin}'");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    // An origin has no path, not even a slash, and the browser compares it letter by letter.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal);
}
