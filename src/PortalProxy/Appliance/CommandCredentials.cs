using PortalProxy.Settings;

namespace PortalProxy.Appliance;

/// <summary>The account that asks the command API: one of two kinds, by the age of the appliance. Never printed.</summary>
public abstract class CommandCredentials
{
    private CommandCredentials()
    {
    }

    /// <summary>Where appliances that take this kind of account have their command API.</summary>
    public abstract string UsualPath { get; }

    /// <summary>What goes into the body of every call; nothing where a header proves who asks.</summary>
    internal abstract KeyValuePair<string, string>[] Fields { get; }

    public sealed override string ToString() => "command API account";

    /// <returns>Null where there is no account.</returns>
    public static CommandCredentials? Read(SettingReader settings)
    {
        var login = ReadPair(settings, "Username", "Password");
        var client = ReadPair(settings, "ClientId", "ClientSecret");
        if (login is not null && client is not null)
        {
            settings.Mistake(
                "ClientId",
                "is set while Appliance:Username is set",
                "Keep one account: username and password up to version 15 of the appliance, client ID and secret for a later one.");
        }

        return client is var (id, secret) ? new OAuthClient(id, secret)
            : login is var (username, password) ? new Login(username, password)
            : null;
    }

    private static (string Name, string Secret)? ReadPair(SettingReader settings, string nameKey, string secretKey)
    {
        var name = settings.Text(nameKey);
        var secret = settings.Secret(secretKey);
        if (name is null && secret is not null)
        {
            settings.Mistake(nameKey, $"is missing while Appliance:{secretKey} is set", "Set both, or neither.");
        }

        if (name is not null && secret is null)
        {
            settings.Mistake(secretKey, $"is missing while Appliance:{nameKey} is set", "Set both, or neither.");
        }

        return name is null || secret is null ? null : (name, secret);
    }

    /// <summary>2008 to about 15.x: both go along with every call.</summary>
    public sealed class Login(string username, string password) : CommandCredentials
    {
        public string Username { get; } = username;

        public string Password { get; } = password;

        public override string UsualPath => "/api/command.ns";

        internal override KeyValuePair<string, string>[] Fields => [new("username", Username), new("password", Password)];
    }

    /// <summary>Later: an OAuth 2.0 client that gets itself tokens (RFC 6749, section 4.4).</summary>
    public sealed class OAuthClient(string id, string secret) : CommandCredentials
    {
        public string Id { get; } = id;

        public string Secret { get; } = secret;

        public override string UsualPath => "/api/command";

        internal override KeyValuePair<string, string>[] Fields => [];
    }
}
