namespace Hub.Web.Edge;

/// <summary>The forms of the page that is being shown, by the address that they are sent to.</summary>
internal sealed class PageForms
{
    private readonly Dictionary<string, FormState> states = [];

    /// <summary>The address of the form that was refused; null when none was.</summary>
    public string? Refused { get; private set; }

    public FormState Of(string action) => states.TryGetValue(action, out var state) ? state : states[action] = new FormState { Id = IdOf(action) };

    public void Refuse(string action, FormState state) => (states[action], Refused) = (state with { Id = IdOf(action) }, action);

    /// <summary>What was typed is shown again, and nothing was refused.</summary>
    public void Show(string action, FormState state) => states[action] = state with { Id = IdOf(action) };

    /// <summary>Puts what was typed earlier into a form, unless it has just been sent.</summary>
    public void Offer(string action, FormState draft)
    {
        if (action != Refused)
        {
            states[action] = draft with { Id = IdOf(action) };
        }
    }

    // Without the area, and whatever is the same on every reload: a morph keeps the focus by it.
    private static string IdOf(string action) => string.Join('-', action.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2));
}
