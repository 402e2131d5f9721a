namespace PortalProxy.Soak.Customers;

/// <summary>Something that a customer does.</summary>
/// <param name="Name">For faults.</param>
/// <param name="Share">How often, against the others.</param>
/// <param name="Do">Does it once.</param>
internal sealed record Deed(string Name, int Share, Func<Customer, CancellationToken, Task> Do);
