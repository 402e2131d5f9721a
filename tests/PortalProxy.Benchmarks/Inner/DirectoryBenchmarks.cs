using System.Text;
using BenchmarkDotNet.Attributes;
using PortalProxy.Appliance;

namespace PortalProxy.Benchmarks.Inner;

/// <summary>An answer of the command API with a whole department in it, from its bytes to the directory.</summary>
public class DirectoryBenchmarks
{
    private const int Department = 100;

    private readonly byte[] xml = Encoding.UTF8.GetBytes(
        $"<logged_in_reps xmlns=\"https://www.beyondtrust.com/namespaces/API/command\">{string.Concat(Enumerable.Range(1, Department).Select(Rep))}</logged_in_reps>");

    [Benchmark]
    public async Task<DirectorySnapshot> ReadRepresentatives()
    {
        using var body = new MemoryStream(xml);
        var root = await CommandXml.ReadAsync(body, "get_logged_in_reps", new Redaction([]), CancellationToken.None);
        return new(CommandAnswers.LoggedInRepresentatives(root), []);
    }

    private static string Rep(int number) => $"""
        <rep id="{number}"><display_name>Representative {number}</display_name><public_display_name>Åsa {number}</public_display_name>
        <private_display_name>internal {number}</private_display_name><type>Normal</type><logged_in_since>2026-01-01 08:00</logged_in_since>
        <presentation_count>0</presentation_count><support_session_count>1</support_session_count><showing_on_rep_list>1</showing_on_rep_list></rep>
        """;
}
