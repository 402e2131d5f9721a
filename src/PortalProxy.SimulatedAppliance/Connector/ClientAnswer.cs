using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>Sends the customer client, with the headers that a portal must pass on and some that it must not.</summary>
internal sealed class ClientAnswer(ApplianceState state, ClientFile file)
{
    private static readonly DateTimeOffset Built = new(2008, 9, 15, 8, 30, 0, TimeSpan.Zero);

    public async Task WriteAsync(Exchange exchange)
    {
        var name = ClientName.New(exchange.Request.Header("User-Agent"));
        var headers = exchange.Response.Headers;
        exchange.Response.ContentType = name.ContentType;
        headers.ContentLength = file.Length;
        headers.LastModified = Built.ToString("R");
        headers.ETag = $"\"{file.Sha256[..16]}\"";
        headers.ContentDisposition = $"attachment; filename={name.FileName}"; // Unquoted, as the vendor writes it.

        // An appliance sends more than the client needs; none of it is a customer's business.
        headers.SetCookie = $"ns_s={Guid.NewGuid():N}; path=/; HttpOnly";
        headers["X-Appliance-Node"] = "node-1.internal.example";

        if (HttpMethods.IsHead(exchange.Request.Method))
            return;
        await exchange.Response.StartAsync(exchange.Http.RequestAborted);
        await file.CopyToAsync(exchange.Response.Body, state.BreakOffAfter, exchange.Http.RequestAborted);

        // Kestrel closes a connection whose answer stays short of its length. An abort would be the more drastic death,
        // but throws away bytes that were not sent yet, the head among them.
        if (state.BreakOffAfter < file.Length)
            exchange.Request.End(RequestEnding.Aborted);
    }
}
