using System.Runtime.InteropServices;
using PortalProxy.Soak;

if (SoakOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(SoakOptions.Usage);
    return 2;
}

// Whoever stops it must not leave portals and a Redis behind: everything ends by the ordinary way out.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
try
{
    return await new Course(options, Console.Out).RunAsync(stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped before its end: no verdict.");
    return 1;
}
catch (Exception failure) when (failure is InvalidOperationException or TimeoutException or IOException)
{
    // A portal or a Redis that does not even start.
    await Console.Error.WriteLineAsync($"FAILED: {failure.Message}");
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
