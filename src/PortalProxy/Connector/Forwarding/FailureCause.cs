using System.Net.Sockets;
using Yarp.ReverseProxy.Forwarder;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Names the cause of a failure by codes. An exception's message may quote what the appliance sent, and that may quote the
/// customer.
/// </summary>
internal static class FailureCause
{
    public static string Of(IForwarderErrorFeature error) =>
        string.Join(": ", new[] { error.Error.ToString() }.Concat(Chain(error.Exception).Select(Code)));

    private static string Code(Exception failure) => failure switch
    {
        TimeoutException => "no answer in time",
        HttpRequestException http => http.HttpRequestError.ToString(),
        HttpIOException http => http.HttpRequestError.ToString(),
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => failure.GetType().Name,
    };

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
