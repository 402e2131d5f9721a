using System.Security.Cryptography;

namespace PortalProxy.Tests.SimulatedAppliance;

/// <summary>The two answers of a connector request.</summary>
internal static class Answers
{
    public static async Task IsTheClientAsync(HttpResponseMessage answer, string sha256)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
    }

    public static void IsARefusal(HttpResponseMessage answer)
    {
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.False(answer.Content.Headers.Contains("Content-Disposition"));
    }
}
