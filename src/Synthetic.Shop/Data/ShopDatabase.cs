using Microsoft.Data.Sqlite;

using static Synthetic.Shop.DatabaseFile;

namespace Synthetic.Shop;

/// <summary>Carts and orders in SQLite.</summary>
internal sealed class ShopDatabase(DatabaseFile file, TimeProvider time)
{
    private const long MostOfOne = 99;

    internal void Create()
    {
        using var connection = file.Open();
        Run(connection, Schema.Sql);
        using var transaction = connection.BeginTransaction();
        foreach (var product in Catalogue.Products)
        {
            Run(connection, """
                INSERT INTO products (id, name, price_cents) VALUES ($id, $name, $price)
                ON CONFLICT DO UPDATE SET name = excluded.name, price_cents = excluded.price_cents
                """, ("$id", product.Id), ("$name", product.Name), ("$price", product.PriceCents));
        }

        transaction.Commit();
    }

    /// <summary>Adds to the cart, to at most 99 of one product.</summary>
    internal Cart AddToCart(string session, long productId, long quantity)
    {
        using var connection = file.Open();
        Run(connection, """
            INSERT INTO cart_lines (session, product_id, quantity) VALUES ($session, $product, min($quantity, $most))
            ON CONFLICT DO UPDATE SET quantity = min(quantity + excluded.quantity, $most)
            """, ("$session", session), ("$product", productId), ("$quantity", quantity), ("$most", MostOfOne));
        return ReadCart(connection, session);
    }

    internal Cart CartOf(string session)
    {
        using var connection = file.Open();
        return ReadCart(connection, session);
    }

    /// <summary>Turns the cart into an order; null when the cart is empty.</summary>
    internal Order? PlaceOrder(string session)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction();
        var cart = ReadCart(connection, session);
        if (cart.Lines.Count == 0)
            return null;

        var id = Number(connection, "INSERT INTO orders (session, placed_at) VALUES ($session, $now) RETURNING id",
            ("$session", session), ("$now", time.GetUtcNow().ToString("O")));
        Run(connection, """
            INSERT INTO order_lines (order_id, product_id, quantity, price_cents)
            SELECT $order, product_id, quantity, price_cents FROM cart_lines JOIN products ON id = product_id WHERE session = $session
            """, ("$order", id), ("$session", session));
        Run(connection, "DELETE FROM cart_lines WHERE session = $session", ("$session", session));
        transaction.Commit();
        return new(id, cart.Count, cart.TotalCents);
    }

    /// <summary>An order of this session; null when there is none, or when it is another's.</summary>
    internal Order? FindOrder(string session, long id)
    {
        using var connection = file.Open();
        using var command = Command(connection, """
            SELECT sum(quantity), sum(quantity * price_cents) FROM orders JOIN order_lines ON order_id = id
            WHERE id = $id AND session = $session GROUP BY id
            """, ("$id", id), ("$session", session));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(id, reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    internal int CountOrders()
    {
        using var connection = file.Open();
        return (int)Number(connection, "SELECT count(*) FROM orders");
    }

    /// <summary>Reads the price of a product: the small query behind every price and check.</summary>
    internal long PriceOf(long productId)
    {
        using var connection = file.Open();
        return Number(connection, "SELECT price_cents FROM products WHERE id = $id", ("$id", productId));
    }

    private static Cart ReadCart(SqliteConnection connection, string session)
    {
        using var command = Command(connection, """
            SELECT id, name, quantity, price_cents FROM cart_lines JOIN products ON id = product_id WHERE session = $session ORDER BY id
            """, ("$session", session));
        using var reader = command.ExecuteReader();
        var lines = new List<CartLine>();
        while (reader.Read())
            lines.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return new(lines);
    }
}
