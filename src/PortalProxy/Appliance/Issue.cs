namespace PortalProxy.Appliance;

/// <summary>Something a customer may need help with; a support team owns it.</summary>
/// <param name="Id">The appliance's number.</param>
/// <param name="Title">What a customer reads.</param>
/// <param name="CodeName">The name that links may use instead of the number.</param>
public sealed record Issue(IssueId Id, string Title, string? CodeName);
