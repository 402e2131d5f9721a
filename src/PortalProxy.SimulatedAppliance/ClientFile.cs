using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PortalProxy.SimulatedAppliance;

/// <summary>
/// The customer client: bytes that follow from a seed and cannot be compressed. They are made block by block
/// while they are sent, so a thousand downloads at once take no more memory than their blocks.
/// </summary>
public sealed class ClientFile
{
    private const int BlockBytes = 64 * 1024;
    private readonly ulong seed;
    private readonly Lazy<string> sha256;

    internal ClientFile(int length, int seed)
    {
        Length = length;
        this.seed = unchecked((ulong)seed);
        sha256 = new Lazy<string>(Hash);
    }

    /// <summary>Size in bytes.</summary>
    public long Length { get; }

    /// <summary>SHA-256 of all bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => sha256.Value;

    /// <summary>Writes the file, or its beginning, in blocks of 64 KB.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="count">How many bytes; more than there are means all.</param>
    /// <param name="cancellationToken">Ends it between two blocks or in a write that waits.</param>
    public async Task CopyToAsync(Stream target, long count = long.MaxValue, CancellationToken cancellationToken = default)
    {
        var end = Math.Min(count, Length);
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (long offset = 0; offset < end; offset += BlockBytes)
            {
                Fill(block.AsSpan(0, BlockBytes), offset);
                var used = (int)Math.Min(BlockBytes, end - offset);
                await target.WriteAsync(block.AsMemory(0, used), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        for (long offset = 0; offset < Length; offset += BlockBytes)
        {
            Fill(block, offset);
            hash.AppendData(block, 0, (int)Math.Min(BlockBytes, Length - offset));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Fill(Span<byte> block, long offset)
    {
        for (var i = 0; i < block.Length; i += sizeof(ulong))
            BinaryPrimitives.WriteUInt64LittleEndian(block[i..], Word((ulong)(offset + i)));
    }

    // SplitMix64 (Steele, Lea, Flood 2014): a word follows from its place alone, so any block can be made first.
    private ulong Word(ulong place)
    {
        unchecked
        {
            var word = (seed << 32) + (((place / sizeof(ulong)) + 1) * 0x9E3779B97F4A7C15);
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }
}
