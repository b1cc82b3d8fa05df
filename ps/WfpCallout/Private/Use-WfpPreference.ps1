function Use-WfpPreference {
    # Takes over what the caller's scope prefers for errors, warnings, -WhatIf and the like, which functions
    # of a module do not see by themselves. Called with a dot, in the scope of the command that uses it.
    $bound = $PSCmdlet.MyInvocation.BoundParameters
    $caller = $PSCmdlet.SessionState.PSVariable
    if (-not $bound.ContainsKey('ErrorAction')) {
        $ErrorActionPreference = $caller.GetValue('ErrorActionPreference')
    }

    if (-not $bound.ContainsKey('WarningAction')) {
        $WarningPreference = $caller.GetValue('WarningPreference')
    }

    if (-not $bound.ContainsKey('Debug')) {
        $DebugPreference = $caller.GetValue('DebugPreference')
    }

    if (-not $bound.ContainsKey('WhatIf')) {
        $WhatIfPreference = $caller.GetValue('WhatIfPreference')
    }

    if (-not $bound.ContainsKey('Confirm')) {
        $ConfirmPreference = $caller.GetValue('ConfirmPreference')
    }
}
