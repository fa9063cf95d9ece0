using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>A page whose click the server handles, over Blazor's own connection: it takes 300 ms, beside a poller and a request that ends just before.</summary>
[Route(Address)]
public sealed class BlazorPage : ComponentBase
{
    /// <summary>Where it is.</summary>
    public const string Address = "/blazor";

    private string _state = "idle";

    public static void AddTo(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    public static void Map(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "id", "go");
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, OrderAsync));
        builder.AddContent(3, "go");
        builder.CloseElement();
        builder.OpenElement(4, "p");
        builder.AddAttribute(5, "id", "out");
        builder.AddContent(6, _state);
        builder.CloseElement();
    }

    private async Task OrderAsync()
    {
        _state = "ordering";
        StateHasChanged();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        _state = "done";
    }

    /// <summary>Around it. The button is there from when the server listens to it, not before.</summary>
    private sealed class Document : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<!doctype html><html><head><meta charset=utf-8><title>Blazor</title><script src=/web-vitals.js></script><script src=/truth.js></script><script>watchResult(); beside(285);</script></head><body>");
            builder.OpenComponent<BlazorPage>(1);
            builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
            builder.CloseComponent();
            builder.AddMarkupContent(2, "<script src=/_framework/blazor.web.js></script></body></html>");
        }
    }
}
