# Keeps what could not be collected, for the manifest. The text of an error is translated and may hold names, so
# its type stands for it.
function Add-BundleProblem {
    param(
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record
    )
    $type = $Record.Exception.GetBaseException().GetType().FullName
    $script:BundleProblems.Add([ordered]@{ source = $Source; error = $type })
    Write-Notice -Key 'notCollected' -With @{ Source = $Source; ErrorType = $type }
}
