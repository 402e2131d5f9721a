namespace PortalProxy.Benchmarks.Load;

/// <summary>Customers who have the page open: each holds one stream of events.</summary>
internal sealed class EventStreams : IDisposable
{
    private readonly List<CustomerConnection> open = [];

    private EventStreams()
    {
    }

    /// <exception cref="IOException">One was refused.</exception>
    public static EventStreams Open(int port, string path, int count)
    {
        var streams = new EventStreams();
        for (var next = 0; next < count; next++)
        {
            var connection = new CustomerConnection(port);
            streams.open.Add(connection);
            if (connection.Ask(path).Status != 200)
            {
                throw new IOException($"{path}: stream {next} was refused.");
            }
        }

        return streams;
    }

    public void Dispose() => open.ForEach(connection => connection.Dispose());
}
