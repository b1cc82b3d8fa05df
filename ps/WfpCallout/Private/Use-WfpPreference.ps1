function Use-WfpPreference {
    # Takes over what the caller's scope says of errors and warnings, which functions of a module do not
    # see by themselves. Called with a dot, in the scope of the command that uses it.
    $bound = $PSCmdlet.MyInvocation.BoundParameters
    if (-not $bound.ContainsKey('ErrorAction')) {
        $ErrorActionPreference = $PSCmdlet.SessionState.PSVariable.GetValue('ErrorActionPreference')
    }

    if (-not $bound.ContainsKey('WarningAction')) {
        $WarningPreference = $PSCmdlet.SessionState.PSVariable.GetValue('WarningPreference')
    }
}
