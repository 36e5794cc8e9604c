namespace Hub.Contracts;

/// <summary>One text has lost its key (GDPR art. 16): what stood there can be read by nobody again.</summary>
public interface ITextCorrection
{
    /// <summary>The key that was dropped: <see cref="Secret.Item"/> of the old text.</summary>
    Guid Item { get; }

    /// <summary>What stands there now; null: nothing, it was taken out.</summary>
    Secret? Text { get; }
}

/// <summary>A text of the case.</summary>
public sealed record TextCorrected(Guid CaseId, Guid Item, Secret? Text) : CaseEvent(CaseId), ITextCorrection;

/// <summary>The title of a task on the case.</summary>
public sealed record TaskTitleCorrected(Guid TaskId, Guid Item, Secret? Text) : TaskEvent(TaskId), ITextCorrection;

/// <summary>A text of a matter that came from the case.</summary>
public sealed record MatterTextCorrected(Guid MatterId, Guid Item, Secret? Text) : MatterEvent(MatterId), ITextCorrection;

/// <summary>What the person says to a text that stays as it was written.</summary>
public sealed record RemarkAdded(Guid CaseId, Guid Item, Secret Text) : CaseEvent(CaseId);

/// <summary>
/// Who somebody is has been corrected: written down anew as a person with a key of their own, who takes over the texts. The old key is dropped,
/// and with it what was wrong (GDPR art. 16).
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="PersonId">The person as known until now.</param>
/// <param name="Identity">The same person from now on.</param>
public sealed record IdentityCorrected(Guid CaseId, Guid PersonId, Identity Identity) : CaseEvent(CaseId);

/// <summary>A wish about one text of a case; the turn reads the case's events for it.</summary>
public abstract record TextCommand(Guid CaseId, Guid Item) : CaseCommand(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="Item">The text.</param>
/// <param name="Text">What is right; null: the text is taken out.</param>
public sealed record CorrectText(Guid CaseId, Guid Item, string? Text) : TextCommand(CaseId, Item);

/// <summary>Attaches what the person says to a text.</summary>
public sealed record AddRemark(Guid CaseId, Guid Item, string Text) : TextCommand(CaseId, Item);

/// <summary>Writes down anew who somebody is; a field that is not given is gone.</summary>
public sealed record CorrectIdentity(Guid CaseId, Guid PersonId, PersonInput Person) : CaseCommand(CaseId);
