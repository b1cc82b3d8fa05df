function Register-WfpCompleter {
    # Tells PowerShell which parameters can be completed. What they offer is fetched when it is first asked for.
    [CmdletBinding()]
    param()

    $lists = @{
        Callout  = @{ Name = 'Get-WfpCallout'; Callout = 'Get-WfpCalloutFilter' }
        Resolved = @{ InputObject = 'Resolve-WfpGuid' }
        Tested   = @{ InputObject = 'Test-WfpCallout' }
        Builtin  = @{ Name = 'Get-WfpBuiltinCallout' }
        Layer    = @{ Layer = 'Get-WfpBuiltinCallout', 'Get-WfpCallout' }
        Provider = @{ Provider = 'Get-WfpCallout' }
        Since    = @{ Since = 'Get-WfpBuiltinCallout' }
        Kind     = @{ Kind = 'Add-WfpGuidName', 'Resolve-WfpGuid', 'Test-WfpCallout' }
    }
    # PowerShell gives a completer the command, the parameter, the word, the syntax tree, and the parameters
    # that have a value already, in this order.
    $completers = @{
        Callout  = { Complete-WfpWord -Word $args[2] -List 'Callout' }
        Resolved = { Complete-WfpName -Word $args[2] -Kind $args[4]['Kind'] -Default $script:WfpCompletion.Kind.Text }
        Tested   = { Complete-WfpName -Word $args[2] -Kind $args[4]['Kind'] -Default 'callout' }
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
