namespace PortalProxy.Hosting;

/// <summary>What <c>/readyz</c> tells of other rooms, one word each. It changes no status.</summary>
/// <param name="Appliance">The appliance, as it was last seen.</param>
/// <param name="Settings">Whether the last change of the settings was taken over.</param>
public sealed record HealthWords(Func<IServiceProvider, string> Appliance, Func<IServiceProvider, string> Settings);
