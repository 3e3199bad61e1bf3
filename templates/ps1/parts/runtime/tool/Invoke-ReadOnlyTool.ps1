# For programs that only read. Their words are translated and must not be matched: exit codes and numbers only.
function Invoke-ReadOnlyTool {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 60
    )
    Invoke-NativeTool -Path $Path -ArgumentList $ArgumentList -TimeoutSeconds $TimeoutSeconds
}
