function Register-WfpCompleter {
    # Tells PowerShell which parameters can be completed. What they offer is fetched when it is first asked for.
    [CmdletBinding()]
    param()

    $lists = @{
        Callout  = @{ Name = 'Get-WfpCallout'; Callout = 'Get-WfpCalloutFilter'; InputObject = 'Resolve-WfpGuid', 'Test-WfpCallout' }
        Builtin  = @{ Name = 'Get-WfpBuiltinCallout' }
        Layer    = @{ Layer = 'Get-WfpBuiltinCallout', 'Get-WfpCallout' }
        Provider = @{ Provider = 'Get-WfpCallout' }
        Since    = @{ Since = 'Get-WfpBuiltinCallout' }
        Kind     = @{ Kind = 'Add-WfpGuidName', 'Resolve-WfpGuid', 'Test-WfpCallout' }
    }
    $completers = @{
        Callout  = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Callout' }
        Builtin  = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Builtin' }
        Layer    = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Layer' }
        Provider = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Provider' }
        Since    = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Since' }
        Kind     = { param($command, $parameter, $word) Complete-WfpWord -Word $word -List 'Kind' }
    }
    foreach ($list in $lists.Keys) {
        foreach ($parameter in $lists[$list].Keys) {
            $completer = @{
                CommandName   = $lists[$list][$parameter]
                ParameterName = $parameter
                ScriptBlock   = $completers[$list]
            }
            Register-ArgumentCompleter @completer
        }
    }
}
