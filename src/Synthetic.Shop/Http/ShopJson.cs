using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synthetic.Shop;

/// <summary>What the shop says and takes as JSON, generated at build time because that starts faster.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Product>))]
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(CartRequest))]
[JsonSerializable(typeof(OrderAnswer))]
[JsonSerializable(typeof(PriceAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class ShopJson : JsonSerializerContext;

/// <summary>What to put into the cart.</summary>
internal sealed record CartRequest(long ProductId, long Quantity = 1);

/// <summary>A placed order, as the page shows it.</summary>
internal sealed record OrderAnswer(long Id, string Number, long Count, long TotalCents);

/// <summary>The price of a product.</summary>
internal sealed record PriceAnswer(long ProductId, long PriceCents);

/// <summary>One of the checks before an order.</summary>
internal sealed record CheckAnswer(string Name, bool Ok);

/// <summary>Why a request was refused (RFC 9457).</summary>
internal sealed record Problem(string Title, int Status, string Detail);

/// <summary>What the page's script starts with.</summary>
internal sealed record PageState(
    IReadOnlyList<Product> Products, Cart Cart, IReadOnlyDictionary<string, int> Faults, string ThirdPartyUrl, bool Confirmation);
