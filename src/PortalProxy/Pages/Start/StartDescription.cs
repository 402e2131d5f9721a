using PortalProxy.Connector;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Start;

/// <summary>What the start page says, and the fields that its form posts to the connector route.</summary>
/// <param name="From">Whose help was asked for, as it follows "Help from" or "Help with"; null where there is nothing to name.</param>
/// <param name="Way">How help was asked for.</param>
/// <param name="Fields">Names and values of the form, in the portal's own names.</param>
/// <param name="System">Where the file is to run.</param>
/// <param name="Steps">What to do with it, by the names of the texts.</param>
/// <param name="File">What to recognise it by.</param>
/// <param name="App">What a phone needs in place of a file.</param>
/// <param name="Submitted">Whether the customer's own submit led here; a link did not.</param>
/// <param name="StartsByItself">Whether a script may submit the form: after the customer's own submit only.</param>
/// <param name="Agreed">Whether the customer has agreed already to what the site asks for.</param>
/// <param name="Reference">To read out over the phone.</param>
public sealed record StartDescription(
    string? From,
    ConnectorWay Way,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    CustomerSystem System,
    IReadOnlyList<string> Steps,
    ClientFile File,
    PhoneApp App,
    bool Submitted,
    bool StartsByItself,
    bool Agreed,
    string Reference);
