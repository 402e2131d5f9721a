using Microsoft.AspNetCore.Mvc;
using PortalProxy.Connector;

namespace PortalProxy.Pages.Refusal;

/// <summary>The answer to programs: <c>application/problem+json</c> with <c>errors</c> keyed by the parameter names as sent.</summary>
internal static class RefusalProblem
{
    public static JsonResult Of(int status, RefusalWording wording, ConnectorRefusal? refusal, string reference)
    {
        var problem = refusal is { Verdict.IsValid: false }
            ? new ValidationProblemDetails(ErrorsOf(refusal))
            : new ProblemDetails();
        problem.Status = status;
        problem.Title = wording.Heading;
        problem.Detail = wording.Text;
        problem.Extensions["reference"] = reference;
        return new JsonResult(problem) { StatusCode = status, ContentType = "application/problem+json" };
    }

    private static Dictionary<string, string[]> ErrorsOf(ConnectorRefusal refusal) => refusal.Verdict.Errors
        .GroupBy(error => refusal.Fields.NameAsSent(error), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(error => error.ErrorMessage).ToArray(), StringComparer.Ordinal);
}
