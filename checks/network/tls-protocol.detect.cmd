rem Without these values Windows offers TLS 1.2.
set "PROTOCOL=HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client"
set "EVIDENCE=the settings of TLS 1.2 are not numbers"
call :reg_value "%PROTOCOL%" Enabled
if defined VALUE if not "%VALUE_TYPE%"=="REG_DWORD" exit /b 0
set "ENABLED=%VALUE%"
call :reg_value "%PROTOCOL%" DisabledByDefault
if defined VALUE if not "%VALUE_TYPE%"=="REG_DWORD" exit /b 0
set "STATUS=OK"
set "EVIDENCE="
if defined VALUE if not "%VALUE%"=="0x0" set "STATUS=PROBLEM"& set "EVIDENCE=DisabledByDefault is %VALUE%, 0x80072F8F"
if "%ENABLED%"=="0x0" set "STATUS=PROBLEM"& set "EVIDENCE=Enabled is 0, 0x80072F8F"
