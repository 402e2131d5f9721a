using PortalProxy.Pages.Start;

namespace PortalProxy.Pages.HandOff;

/// <summary>What the page says that sends a customer on a phone to an app.</summary>
/// <param name="App">What to enter in the app.</param>
/// <param name="Link">Where to go on; null where the key is all that is needed.</param>
/// <param name="Reference">To read out over the phone.</param>
public sealed record HandOffDescription(PhoneApp App, Uri? Link, string Reference);
