# The lines at the end of a log that match. A whole log can have megabytes, and most of it decides nothing.
function Read-LogLine {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Pattern,
        [Parameter(Mandatory)] [int] $Tail
    )
    Get-Content -LiteralPath $Path -Tail $Tail | Where-Object -FilterScript { $_ -match $Pattern }
}
