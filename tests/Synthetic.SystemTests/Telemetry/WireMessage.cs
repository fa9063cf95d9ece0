using System.Buffers.Binary;
using System.Text;

namespace Synthetic.SystemTests.Telemetry;

/// <summary>A message in Protocol Buffers' wire format, read by the field numbers that its published definition has.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding</remarks>
internal sealed class WireMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public WireMessage(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes.Span, ref at);
            _fields.Add(((int)(tag >> 3), 0, default));
            _fields[^1] = (tag & 7) switch
            {
                0 => (_fields[^1].Field, Varint(bytes.Span, ref at), default),
                1 => (_fields[^1].Field, BinaryPrimitives.ReadUInt64LittleEndian(Take(bytes, 8, ref at).Span), default),
                2 => (_fields[^1].Field, 0, Take(bytes, checked((int)Varint(bytes.Span, ref at)), ref at)),
                5 => (_fields[^1].Field, BinaryPrimitives.ReadUInt32LittleEndian(Take(bytes, 4, ref at).Span), default),
                var type => throw new InvalidDataException($"there is no wire type {type}"),
            };
        }
    }

    public IEnumerable<WireMessage> Messages(int field) => All(field).Select(one => new WireMessage(one.Bytes));

    public WireMessage? Message(int field) => Messages(field).FirstOrDefault();

    public string Text(int field) => Encoding.UTF8.GetString(All(field).Select(one => one.Bytes).FirstOrDefault().Span);

    public string Hex(int field) => Convert.ToHexStringLower(All(field).Select(one => one.Bytes).FirstOrDefault().Span);

    public ulong Number(int field) => All(field).Select(one => one.Number).FirstOrDefault();

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    public bool Has(int field) => All(field).Any();

    private IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> All(int field) => _fields.Where(one => one.Field == field);

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, int count, ref int at)
    {
        if (count > bytes.Length - at)
            throw new InvalidDataException($"{count} bytes are announced, {bytes.Length - at} are left");
        at += count;
        return bytes.Slice(at - count, count);
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length)
                throw new InvalidDataException("it ends within a number");
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException("a number does not end");
    }
}
