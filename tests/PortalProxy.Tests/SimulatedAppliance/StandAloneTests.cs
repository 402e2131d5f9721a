using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

/// <summary>The stand-alone host as a process, since its arguments are read nowhere else.</summary>
public sealed class StandAloneTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_current_appliance_is_started_by_its_arguments()
    {
        using var process = Start("--urls", "http://127.0.0.1:0", "--era", "current", "--client-id", "me", "--client-secret", "hush");
        try
        {
            var greeting = await process.StandardOutput.ReadLineAsync(Cancel) ?? "";
            using var http = new HttpClient { BaseAddress = new Uri(greeting.Split(' ')[^1]) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("me:hush")));
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);
            using var answer = await http.PostAsync("/oauth2/token", form, Cancel);
            Assert.Equal(200, (int)answer.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData("--era", "1999")]
    [InlineData("--client-id", "")]
    [InlineData("--client-secret", "")]
    [InlineData("--nonsense", "1")]
    public async Task A_wrong_argument_is_named_and_nothing_starts(string name, string value)
    {
        using var process = Start(name, value);
        var mistake = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains(name.Replace("-", "", StringComparison.Ordinal), mistake.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Simulated).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The process did not start.");
}
