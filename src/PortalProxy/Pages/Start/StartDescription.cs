using PortalProxy.Connector;

namespace PortalProxy.Pages.Start;

/// <summary>What the start page says, and the fields that its form posts to the connector route.</summary>
/// <param name="From">Whose help was asked for, as it follows "Help from" or "Help with"; null where there is nothing to name.</param>
/// <param name="Way">How help was asked for.</param>
/// <param name="Fields">Names and values of the form, in the portal's own names.</param>
/// <param name="System">What to do with the file.</param>
/// <param name="App">What a phone needs in place of a file.</param>
/// <param name="StartsByItself">Whether a script may submit the form: after the customer's own submit only.</param>
/// <param name="Reference">To read out over the phone.</param>
public sealed record StartDescription(
    string? From,
    ConnectorWay Way,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    CustomerSystem System,
    PhoneApp App,
    bool StartsByItself,
    string Reference);
