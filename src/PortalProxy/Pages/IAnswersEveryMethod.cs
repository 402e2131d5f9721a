namespace PortalProxy.Pages;

/// <summary>Marks the page that words answers to requests of any method; every other page refuses methods it has no handler for.</summary>
internal interface IAnswersEveryMethod;
