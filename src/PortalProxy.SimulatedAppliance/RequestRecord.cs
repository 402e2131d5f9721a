namespace PortalProxy.SimulatedAppliance;

/// <summary>The requests that reached the appliance, its control page's own excepted. Keeps the last 10,000.</summary>
public sealed class RequestRecord
{
    private const int Capacity = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<RecordedRequest> requests = [];
    private TaskCompletionSource arrival = NewArrival();

    /// <summary>All of them, oldest first. A request stands here before it is answered.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Those to one path, without its query, exactly as sent.</summary>
    public IReadOnlyList<RecordedRequest> To(string path) => [.. All.Where(request => request.Path == path)];

    /// <summary>Waits until a request to a path stands here, and gives the oldest.</summary>
    public async Task<RecordedRequest> FirstToAsync(string path, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // Taken before the look, so that a request which arrives in between ends the wait at once.
            var next = Volatile.Read(ref arrival).Task;
            if (To(path) is [var first, ..])
                return first;
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets everything so far.</summary>
    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }

    internal void Add(RecordedRequest request)
    {
        lock (gate)
        {
            requests.Enqueue(request);
            if (requests.Count > Capacity)
                requests.Dequeue();
        }

        Interlocked.Exchange(ref arrival, NewArrival()).SetResult();
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
