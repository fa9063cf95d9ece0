using OrderDesk;

var builder = WebApplication.CreateBuilder(args);
// Blazor's own script, where the application is run in place and was not published.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSingleton<OrderBook>();

var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
app.Run();
