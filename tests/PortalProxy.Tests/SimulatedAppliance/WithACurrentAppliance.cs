using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

/// <summary>An appliance of today, and a caller who knows how to log in there.</summary>
public abstract class WithACurrentAppliance : WithAnAppliance
{
    protected const string Command = "/api/command";
    protected const string Account = "portal-client:simulated-secret";

    protected override SimulatedApplianceOptions Options => new() { Era = Era.Current };

    protected async Task<HttpResponseMessage> AskForTokenAsync(string account = Account, string body = "grant_type=client_credentials", string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(account)));
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await Http.SendAsync(request, Cancel);
    }

    protected async Task<string> TokenAsync()
    {
        using var answer = await AskForTokenAsync();
        return (await JsonAsync(answer)).GetProperty("access_token").GetString() ?? "";
    }

    protected async Task<HttpResponseMessage> CommandAsync(string? authorization, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Command) { Content = Form(fields) };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Http.SendAsync(request, Cancel);
    }

    protected async Task<XElement> AskAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await CommandAsync($"Bearer {await TokenAsync()}", fields);
        Assert.Equal(200, (int)answer.StatusCode);
        return XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    protected static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
}
