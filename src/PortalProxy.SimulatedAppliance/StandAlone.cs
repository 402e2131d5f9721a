using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;

namespace PortalProxy.SimulatedAppliance;

/// <summary>Runs the simulated appliance by itself until Ctrl+C or SIGTERM: its arguments stand in <see cref="Options"/>.</summary>
internal static class StandAlone
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            await using var appliance = await Appliance.StartAsync(Options(arguments), CancellationToken.None);
            await GreetAsync(appliance);
            await StopSignalAsync();
            return 0;
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException or IOException)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 1;
        }
    }

    private static SimulatedApplianceOptions Options(string[] arguments)
    {
        var options = new SimulatedApplianceOptions { Url = "http://127.0.0.1:8181" };
        foreach (var (name, value) in new ConfigurationBuilder().AddCommandLine(arguments).Build().AsEnumerable())
        {
            options = name switch
            {
                "urls" => options with { Url = value ?? "" },
                "username" => options with { Username = value ?? "" },
                "password" => options with { Password = value ?? "" },
                "era" => options with { Era = EraOf(value) },
                "client-id" => options with { ClientId = value ?? "" },
                "client-secret" => options with { ClientSecret = value ?? "" },
                "client-bytes" => options with { ClientBytes = Number(name, value) },
                "client-seed" => options with { ClientSeed = Number(name, value) },
                _ => throw new ArgumentException($"--{name} is unknown: --urls, --era, --username, --password, --client-id, --client-secret, --client-bytes and --client-seed are there."),
            };
        }

        return options;
    }

    private static Era EraOf(string? value) => value switch
    {
        "2008" => Era.Guide2008,
        "current" => Era.Current,
        _ => throw new ArgumentException($"--era is '{value}': 2008 or current."),
    };

    private static int Number(string name, string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"--{name} is '{value}': give a whole number.");

    private static async Task GreetAsync(Appliance appliance)
    {
        var key = appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        await Console.Out.WriteLineAsync($"""
            Simulated appliance: {appliance.Url}
            Control page:        {appliance.ControlPage}
            A session key:       {key.ShortKey}, good for an hour and for one session
            """);
    }

    private static async Task StopSignalAsync()
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stop.Task;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true; // Otherwise the process ends before the port is closed.
            stop.TrySetResult();
        }
    }
}
