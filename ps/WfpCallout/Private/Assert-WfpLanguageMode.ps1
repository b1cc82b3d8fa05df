function Assert-WfpLanguageMode {
    # Throws where the language mode forbids what the module needs. Of the ways to throw with an id,
    # only Write-Error is allowed there.
    [CmdletBinding()]
    param()

    if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
        return
    }

    $blocked = @{
        ErrorId     = 'ConstrainedLanguage'
        Category    = 'PermissionDenied'
        Message     = 'Cannot run WfpCallout in constrained language mode: the module is not trusted on this machine. ' +
            'Install a signed release and trust its publisher, or run "wfpcallout --jsonl" itself'
        ErrorAction = 'Stop'
    }
    Write-Error @blocked
}
