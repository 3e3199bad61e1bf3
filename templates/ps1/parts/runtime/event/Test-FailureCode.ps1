# What a person cancelled (WU_E_CALL_CANCELLED, ERROR_CANCELLED) has not failed.
function Test-FailureCode {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Code)
    $Code -match '\A0x[89A-F][0-9A-F]{7}\z' -and $Code -notin '0x8024000B', '0x800704C7'
}
