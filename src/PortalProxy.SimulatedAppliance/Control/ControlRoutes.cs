using System.Globalization;
using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Control;

/// <summary>The page where a person plays the other side. Its addresses are no appliance's, and are not recorded.</summary>
internal sealed class ControlRoutes(ApplianceState state, RequestRecord requests, Era era)
{
    public const string Prefix = "/simulated";

    public IEnumerable<ApplianceRoute> All =>
    [
        new(Prefix, ["GET", "HEAD"], ShowAsync),
        new(ControlForms.LogIn, ["POST"], exchange => ChangeAsync(exchange, LogIn)),
        new(ControlForms.LogOut, ["POST"], exchange => ChangeAsync(exchange, LogOut)),
        new(ControlForms.MakeKey, ["POST"], exchange => ChangeAsync(exchange, MakeKey)),
    ];

    public static bool Owns(string path) => path == Prefix || path.StartsWith(Prefix + "/", StringComparison.Ordinal);

    private Task ShowAsync(Exchange exchange) =>
        exchange.WriteAsync(StatusCodes.Status200OK, "text/html; charset=utf-8", ControlPage.Write(era, state, requests, exchange.SiteAddress));

    private static Task ChangeAsync(Exchange exchange, Func<RecordedRequest, bool> change)
    {
        if (!change(exchange.Request))
            return exchange.WriteAsync(StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", "The control page has no such choice. Go back and reload it.\n");

        exchange.Response.StatusCode = StatusCodes.Status303SeeOther;
        exchange.Response.Headers.Location = Prefix;
        return Task.CompletedTask;
    }

    private bool LogIn(RecordedRequest form)
    {
        var chosen = state.Representatives.FirstOrDefault(representative => representative.Id == Number(form, ControlForms.Id));
        if (chosen is not null)
            state.LogIn(chosen);
        return chosen is not null;
    }

    private bool LogOut(RecordedRequest form)
    {
        // Pressed twice is no mistake: the second time there is nothing left to do.
        if (Number(form, ControlForms.Id) is not { } id)
            return false;
        state.LogOut(id);
        return true;
    }

    private bool MakeKey(RecordedRequest form)
    {
        if (Number(form, ControlForms.Minutes) is not { } minutes || form.Value(ControlForms.Queue) is not { } queue || !state.HasQueue(queue))
            return false;
        state.MakeKey(queue, TimeSpan.FromMinutes(minutes));
        return true;
    }

    private static int? Number(RecordedRequest form, string field) =>
        int.TryParse(form.Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
