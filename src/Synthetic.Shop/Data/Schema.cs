namespace Synthetic.Shop;

/// <summary>The tables of the shop.</summary>
internal static class Schema
{
    internal const string Sql = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS products (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            price_cents INTEGER NOT NULL CHECK (price_cents > 0)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS cart_lines (
            session TEXT NOT NULL,
            product_id INTEGER NOT NULL REFERENCES products,
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
            PRIMARY KEY (session, product_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS orders (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session TEXT NOT NULL,
            placed_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS order_lines (
            order_id INTEGER NOT NULL REFERENCES orders,
            product_id INTEGER NOT NULL REFERENCES products,
            quantity INTEGER NOT NULL,
            price_cents INTEGER NOT NULL,
            PRIMARY KEY (order_id, product_id)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO sqlite_sequence (name, seq) SELECT 'orders', 1000
            WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'orders');
        """;
}
