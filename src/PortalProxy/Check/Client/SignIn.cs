namespace PortalProxy.Check.Client;

/// <summary>A public site that demands a SAML sign-in: it answers with a form or a redirect to the identity provider.</summary>
internal static class SignIn
{
    public const string Remedy =
        "The public site demands a SAML sign-in, which no portal in front of it can pass. Switch it off for this public site on the appliance, "
        + "or name another of its sites in Portal:Sites:<name>:ApplianceHost or Appliance:BaseUrl.";

    // SAML 2.0 bindings, sections 3.4 and 3.5: the request's parameter has this name in both.
    private const string Parameter = "SAMLRequest";

    public static bool IsAskedFor(ClientAnswer answer) =>
        !answer.IsClient
        && (answer.Page.Contains(Parameter, StringComparison.Ordinal)
            || answer.Redirect?.Query.Contains($"{Parameter}=", StringComparison.Ordinal) == true);
}
