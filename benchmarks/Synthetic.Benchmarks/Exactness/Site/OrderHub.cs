using Microsoft.AspNetCore.SignalR;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>A hub whose one method takes 300 ms.</summary>
internal sealed class OrderHub : Hub
{
    public async Task<string> Order()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Context.ConnectionAborted);
        return "done";
    }
}
