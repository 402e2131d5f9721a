using PortalProxy.Limits;

namespace PortalProxy.Connector;

/// <summary>
/// Leave to ask the appliance: a permit where a key is to be tried, and a slot for the download. Both are asked for when the fields
/// were read, so that a refusal keeps what was typed.
/// </summary>
internal sealed class Admission : IDisposable
{
    private readonly KeyTry? key;
    private readonly IDisposable? slot;

    private Admission(KeyTry? key, IDisposable? slot) => (this.key, this.slot) = (key, slot);

    /// <summary>Why there is no leave: too many tries, or too many downloads; null where there is.</summary>
    public ConnectorOutcome? Refusal { get; private init; }

    /// <summary>When to come again.</summary>
    public TimeSpan Wait { get; private init; }

    /// <exception cref="OperationCanceledException">The customer left while waiting for a slot.</exception>
    public static async Task<Admission> AskAsync(
        ClientNetwork client, bool isPhone, ConnectorRequest request, KeyTries keys, DownloadSlots downloads, CancellationToken cancellationToken)
    {
        var key = request.CarriesKey ? await keys.BeginAsync(client, mayBeHandedOff: isPhone) : null;
        if (key?.Wait is { } wait)
        {
            return new(null, null) { Refusal = ConnectorOutcome.TooMany, Wait = wait };
        }

        if (await downloads.TakeAsync(client, cancellationToken) is { } slot)
        {
            return new(key, slot);
        }

        await (key?.GiveBackAsync() ?? default);
        return new(null, null) { Refusal = ConnectorOutcome.TooBusy, Wait = DownloadSlots.RetryAfter };
    }

    /// <summary>
    /// Settles what the try costs. Only a refusal tells a guesser anything, and one who leaves before the answer may be hiding
    /// from it; whatever else came says nothing against the key. A phone's hand-off to a store is a plain answer, one by a page is not.
    /// </summary>
    public ValueTask SettleAsync(ConnectorOutcome outcome, Uri? store = null) => outcome switch
    {
        _ when key is null => default,
        ConnectorOutcome.Refused or ConnectorOutcome.CustomerLeft => default,
        ConnectorOutcome.HandedOff when store is null => key.HandedOffAsync(),
        _ => key.GiveBackAsync(),
    };

    public void Dispose() => slot?.Dispose();
}
