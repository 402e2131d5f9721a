namespace PortalProxy.Tests.Infrastructure;

/// <summary>Nothing else may run beside these: they look at the memory of the whole process, or at how long something takes.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneCollection;
