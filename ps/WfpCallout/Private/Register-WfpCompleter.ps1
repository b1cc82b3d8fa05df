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
    # PowerShell gives a completer the command, the parameter and the word, in this order.
    $completers = @{
        Callout  = { Complete-WfpWord -Word $args[2] -List 'Callout' }
        Builtin  = { Complete-WfpWord -Word $args[2] -List 'Builtin' }
        Layer    = { Complete-WfpWord -Word $args[2] -List 'Layer' }
        Provider = { Complete-WfpWord -Word $args[2] -List 'Provider' }
        Since    = { Complete-WfpWord -Word $args[2] -List 'Since' }
        Kind     = { Complete-WfpWord -Word $args[2] -List 'Kind' }
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
