using PortalProxy.Benchmarks;

return await BenchCommand.RunAsync(args);
